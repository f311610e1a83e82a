/// <summary>Finds where brackets of three kinds stop matching, and how deep they nest.</summary>
public static class BracketCheck
{
    public static int FirstError(string text)
    {
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign is '(' or '[' or '{')
            {
                open.Push(i);
            }
            else if (sign is ')' or ']' or '}')
            {
                if (open.Count == 0 || Partner(text[open.Peek()]) != sign)
                {
                    return i;
                }

                open.Pop();
            }
        }

        return open.Count > 0 ? open.Peek() : -1;
    }

    public static int Depth(string text)
    {
        var depth = 0;
        var deepest = 0;
        foreach (var sign in text)
        {
            if ("([{".Contains(sign))
            {
                depth++;
                deepest = Math.Max(deepest, depth);
            }
            else if (")]}".Contains(sign))
            {
                depth--;
            }
        }

        return deepest;
    }

    private static char Partner(char opening) => opening == '(' ? ')' : opening == '[' ? ']' : '}';
}
