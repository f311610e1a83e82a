/// <summary>The rail-fence cipher: letters written in a zigzag over rails and read rail by rail.</summary>
public static class RailFence
{
    public static string Encode(string text, int rails) => string.Concat(Order(text.Length, rails).Select(i => text[i]));

    public static string Decode(string cipher, int rails)
    {
        var order = Order(cipher.Length, rails);
        var text = new char[cipher.Length];
        for (var i = 0; i < cipher.Length; i++)
        {
            text[order[i]] = cipher[i];
        }

        return new string(text);
    }

    private static int[] Order(int length, int rails)
    {
        var order = new List<int>();
        for (var rail = 0; rail < rails; rail++)
        {
            for (var i = 0; i < length; i++)
            {
                if (RailOf(i, rails) == rail)
                {
                    order.Add(i);
                }
            }
        }

        return order.ToArray();
    }

    private static int RailOf(int position, int rails)
    {
        if (rails == 1)
        {
            return 0;
        }

        var period = 2 * (rails - 1);
        var phase = position % period;
        return phase < rails ? phase : period - phase;
    }
}
