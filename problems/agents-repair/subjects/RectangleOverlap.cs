/// <summary>Axis-parallel rectangles as left, bottom, right, top: their common part and the area of two together.</summary>
public static class RectangleOverlap
{
    public static int Common(int[] a, int[] b)
    {
        var width = Math.Min(a[2], b[2]) - Math.Max(a[0], b[0]);
        var height = Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]);
        if (width <= 0 || height <= 0)
        {
            return 0;
        }

        return width * height;
    }

    public static int Together(int[] a, int[] b) => Area(a) + Area(b) - Common(a, b);

    public static string Relation(int[] a, int[] b)
    {
        var common = Common(a, b);
        if (common == 0)
        {
            var touch = a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
            return touch ? "touch" : "apart";
        }

        if (common == Area(a))
        {
            return common == Area(b) ? "equal" : "inside";
        }

        return common == Area(b) ? "around" : "cross";
    }

    private static int Area(int[] rectangle) => (rectangle[2] - rectangle[0]) * (rectangle[3] - rectangle[1]);
}
