/// <summary>Run-length packing of integers as pairs of value and count, and back.</summary>
public static class RunLength
{
    public static int[] Pack(int[] values)
    {
        var packed = new List<int>();
        var start = 0;
        while (start < values.Length)
        {
            var end = start + 1;
            while (end < values.Length && values[end] == values[start])
            {
                end++;
            }

            packed.Add(values[start]);
            packed.Add(end - start);
            start = end;
        }

        return packed.ToArray();
    }

    public static int[] Unpack(int[] packed)
    {
        var values = new List<int>();
        for (var i = 0; i + 1 < packed.Length; i += 2)
        {
            for (var k = 0; k < packed[i + 1]; k++)
            {
                values.Add(packed[i]);
            }
        }

        return values.ToArray();
    }

    public static int Longest(int[] values)
    {
        var packed = Pack(values);
        var longest = 0;
        for (var i = 1; i < packed.Length; i += 2)
        {
            longest = Math.Max(longest, packed[i]);
        }

        return longest;
    }
}
