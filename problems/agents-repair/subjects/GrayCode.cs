/// <summary>The reflected binary code: from numbers, to numbers, and which bit turns next.</summary>
public static class GrayCode
{
    public static int Encode(int number) => number ^ (number >> 1);

    public static int Decode(int code)
    {
        var number = 0;
        while (code != 0)
        {
            number ^= code;
            code >>= 1;
        }

        return number;
    }

    public static string[] Table(int bits)
    {
        var table = new string[1 << bits];
        for (var i = 0; i < table.Length; i++)
        {
            var code = Encode(i);
            var text = "";
            for (var bit = bits - 1; bit >= 0; bit--)
            {
                text += (code >> bit) & 1;
            }

            table[i] = text;
        }

        return table;
    }

    public static int TurningBit(int number)
    {
        var changed = Encode(number) ^ Encode(number + 1);
        var bit = 0;
        while (changed > 1)
        {
            changed >>= 1;
            bit++;
        }

        return bit;
    }
}
