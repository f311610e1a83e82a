/// <summary>Sorting by hand: the moves of sorting by insertion, and a partition in three.</summary>
public static class SortSteps
{
    public static int InsertionMoves(int[] values)
    {
        var sorted = values.ToArray();
        var moves = 0;
        for (var i = 1; i < sorted.Length; i++)
        {
            var value = sorted[i];
            var place = i;
            while (place > 0 && sorted[place - 1] > value)
            {
                sorted[place] = sorted[place - 1];
                place--;
                moves++;
            }

            sorted[place] = value;
        }

        return moves;
    }

    public static int[] Partition(int[] values, int pivot)
    {
        var parts = values.ToArray();
        var (low, i, high) = (0, 0, parts.Length);
        while (i < high)
        {
            if (parts[i] < pivot)
            {
                (parts[low], parts[i]) = (parts[i], parts[low]);
                low++;
                i++;
            }
            else if (parts[i] > pivot)
            {
                high--;
                (parts[high], parts[i]) = (parts[i], parts[high]);
            }
            else
            {
                i++;
            }
        }

        return parts;
    }
}
