/// <summary>The Hamming (7,4) code: four bits become seven, of which any one may be wrong.</summary>
public static class HammingCode
{
    public static string Encode(string bits)
    {
        var d = bits.Select(bit => bit - '0').ToArray();
        var p1 = (d[0] + d[1] + d[3]) % 2;
        var p2 = (d[0] + d[2] + d[3]) % 2;
        var p3 = (d[1] + d[2] + d[3]) % 2;
        return $"{p1}{p2}{d[0]}{p3}{d[1]}{d[2]}{d[3]}";
    }

    public static int WrongPosition(string code)
    {
        var position = 0;
        for (var check = 1; check <= 4; check *= 2)
        {
            var sum = 0;
            for (var i = 1; i <= code.Length; i++)
            {
                if ((i & check) != 0)
                {
                    sum += code[i - 1] - '0';
                }
            }

            position += sum % 2 * check;
        }

        return position;
    }

    public static string Decode(string code)
    {
        var bits = code.ToCharArray();
        var wrong = WrongPosition(code);
        if (wrong > 0)
        {
            bits[wrong - 1] = bits[wrong - 1] == '0' ? '1' : '0';
        }

        return $"{bits[2]}{bits[4]}{bits[5]}{bits[6]}";
    }

    public static int Distance(string a, string b)
    {
        var distance = Math.Abs(a.Length - b.Length);
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            distance += a[i] == b[i] ? 0 : 1;
        }

        return distance;
    }
}
