using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Gates;

/// <summary>Reads what follows the names of a component or pin in a DEF file, to the semicolon.</summary>
internal sealed class DefPlacements(WordReader words)
{
    /// <summary>The file's unit.</summary>
    public double UnitsPerMicron { get; set; }

    /// <summary>The last item's direction was INPUT.</summary>
    public bool IsInput { get; private set; }

    /// <summary>Where the item is: a component's lower left corner or a pin's point, in microns.</summary>
    public ((double X, double Y) Point, Orientation Orientation, DefPlacement Placed) Read()
    {
        var (point, orientation, placed) = ((0.0, 0.0), Orientation.N, DefPlacement.Unplaced);
        IsInput = false;
        while (!words.Require("';' of an item").SequenceEqual(";"))
        {
            switch (words.Word)
            {
                case "DIRECTION":
                    IsInput = words.Require("a direction") is "INPUT";
                    break;
                case "PLACED":
                    (point, orientation, placed) = (ReadPoint(), ReadOrientation(), DefPlacement.Placed);
                    break;
                case "FIXED" or "COVER":
                    (point, orientation, placed) = (ReadPoint(), ReadOrientation(), DefPlacement.Fixed);
                    break;
                default:
                    break;
            }
        }

        return (point, orientation, placed);
    }

    private (double X, double Y) ReadPoint()
    {
        words.Expect("(");
        var point = (words.Number("x") / UnitsPerMicron, words.Number("y") / UnitsPerMicron);
        words.Expect(")");
        return point;
    }

    private Orientation ReadOrientation() =>
        Enum.TryParse<Orientation>(words.Require("an orientation"), out var orientation) && char.IsLetter(words.Word[0])
            ? orientation
            : throw words.Complain($"field 'orientation' is '{words.Word}'; expected one of {string.Join(", ", Enum.GetNames<Orientation>())}.");
}
