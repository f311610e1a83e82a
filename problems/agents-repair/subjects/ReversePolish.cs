/// <summary>Reverse Polish notation: its value, and the change from infix without brackets.</summary>
public static class ReversePolish
{
    public static int Evaluate(string program)
    {
        var stack = new Stack<int>();
        foreach (var word in program.Split(' '))
        {
            if (int.TryParse(word, out var number))
            {
                stack.Push(number);
                continue;
            }

            var right = stack.Pop();
            var left = stack.Pop();
            stack.Push(word switch
            {
                "+" => left + right,
                "-" => left - right,
                "*" => left * right,
                _ => left / right,
            });
        }

        return stack.Pop();
    }

    public static string FromInfix(string infix)
    {
        var output = new List<string>();
        var waiting = new Stack<string>();
        foreach (var word in infix.Split(' '))
        {
            if (char.IsAsciiDigit(word[0]))
            {
                output.Add(word);
                continue;
            }

            while (waiting.Count > 0 && Rank(waiting.Peek()) >= Rank(word))
            {
                output.Add(waiting.Pop());
            }

            waiting.Push(word);
        }

        output.AddRange(waiting);
        return string.Join(" ", output);
    }

    private static int Rank(string sign) => sign == "*" || sign == "/" ? 2 : 1;
}
