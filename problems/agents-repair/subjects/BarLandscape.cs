/// <summary>A row of bars: the water it holds, the largest rectangle in it, the bars seen from the left.</summary>
public static class BarLandscape
{
    public static int Water(int[] heights)
    {
        var (left, right) = (0, heights.Length - 1);
        var (leftWall, rightWall, water) = (0, 0, 0);
        while (left < right)
        {
            if (heights[left] < heights[right])
            {
                leftWall = Math.Max(leftWall, heights[left]);
                water += leftWall - heights[left];
                left++;
            }
            else
            {
                rightWall = Math.Max(rightWall, heights[right]);
                water += rightWall - heights[right];
                right--;
            }
        }

        return water;
    }

    public static int Rectangle(int[] heights)
    {
        var largest = 0;
        for (var start = 0; start < heights.Length; start++)
        {
            var lowest = heights[start];
            for (var end = start; end < heights.Length; end++)
            {
                lowest = Math.Min(lowest, heights[end]);
                largest = Math.Max(largest, lowest * (end - start + 1));
            }
        }

        return largest;
    }

    public static int Visible(int[] heights)
    {
        var highest = 0;
        var visible = 0;
        foreach (var height in heights)
        {
            if (height > highest)
            {
                highest = height;
                visible++;
            }
        }

        return visible;
    }
}
