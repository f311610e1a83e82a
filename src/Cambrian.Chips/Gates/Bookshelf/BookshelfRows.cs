namespace Cambrian.Chips.Gates.Bookshelf;

/// <summary>The rows of a bookshelf <c>.scl</c> file, of which the design's area and the height of a standard cell are taken.</summary>
internal sealed class BookshelfRows
{
    private double _coordinate;
    private double _height;
    private double _spacing;

    /// <summary>Around all rows.</summary>
    public Box Core { get; private set; } = Box.Empty;

    /// <summary>Height of the highest row.</summary>
    public double RowHeight { get; private set; }

    /// <summary>Reads the file.</summary>
    public void Read(WordReader words)
    {
        while (words.Next())
        {
            switch (words.Word.TrimEnd(':'))
            {
                case "CoreRow":
                    (_coordinate, _height, _spacing) = (double.NaN, double.NaN, 1);
                    break;
                case "Coordinate":
                    _coordinate = Number(words, "Coordinate");
                    break;
                case "Height":
                    _height = Number(words, "Height");
                    RowHeight = Math.Max(RowHeight, _height);
                    break;
                case "Sitespacing":
                    _spacing = Number(words, "Sitespacing");
                    break;
                case "SubrowOrigin":
                    AddSubrow(words);
                    break;
                default:
                    break;
            }
        }

        if (!(Core.Right > Core.Left && Core.Top > Core.Bottom))
        {
            throw words.ComplainOfFile("there is no row with an area; expected 'CoreRow Horizontal' with Coordinate, Height, SubrowOrigin and NumSites.");
        }
    }

    private void AddSubrow(WordReader words)
    {
        var left = Number(words, "SubrowOrigin");
        words.Expect("NumSites");
        var right = left + (_spacing * Number(words, "NumSites"));
        if (double.IsNaN(_coordinate + _height))
        {
            throw words.Complain("SubrowOrigin comes before the row's Coordinate and Height.");
        }

        Core = Core.With(left, _coordinate).With(right, _coordinate + _height);
    }

    private static double Number(WordReader words, string field)
    {
        words.Require(field);
        return words.Is(":") ? words.Number(field) : words.Parse(words.Word, field);
    }
}
