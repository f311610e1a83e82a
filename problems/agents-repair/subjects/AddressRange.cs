/// <summary>Four-part network addresses: reading, writing, and whether one lies in a range such as 10.0.0.0/8.</summary>
public static class AddressRange
{
    public static long Read(string address)
    {
        var parts = address.Split('.');
        if (parts.Length != 4)
        {
            return -1;
        }

        var value = 0L;
        foreach (var part in parts)
        {
            if (!int.TryParse(part, out var number) || number < 0 || number > 255)
            {
                return -1;
            }

            value = value * 256 + number;
        }

        return value;
    }

    public static string Write(long value)
    {
        var text = "";
        for (var i = 0; i < 4; i++)
        {
            text = value % 256 + (i == 0 ? "" : ".") + text;
            value /= 256;
        }

        return text;
    }

    public static bool Contains(string range, string address)
    {
        var slash = range.IndexOf('/');
        var bits = int.Parse(range.Substring(slash + 1));
        var size = 1L << (32 - bits);
        return Read(range.Substring(0, slash)) / size == Read(address) / size;
    }

    public static string Last(string range)
    {
        var slash = range.IndexOf('/');
        var size = 1L << (32 - int.Parse(range.Substring(slash + 1)));
        var first = Read(range.Substring(0, slash)) / size * size;
        return Write(first + size - 1);
    }
}
