using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Gates.Bookshelf;

/// <summary>Puts a design together from the files of the bookshelf format, which are to be read in the order of the methods here.</summary>
internal sealed class BookshelfDesign
{
    private readonly DesignAssembly _design = new();
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly BookshelfRows _rows = new();

    /// <summary>The <c>.scl</c> file.</summary>
    public void ReadRows(WordReader words) => _rows.Read(words);

    /// <summary>The <c>.nodes</c> file.</summary>
    public void ReadNodes(WordReader words)
    {
        foreach (var _ in Items(words, "NumNodes", () => _design.NodeCount))
        {
            var name = words.Word.ToString();
            var size = (Width: Size(words, name, "width"), Height: Size(words, name, "height"));
            var terminal = words.NextOnLine() && words.Word.StartsWith("terminal", StringComparison.Ordinal);
            var tall = size.Height > _rows.RowHeight;
            var node = _design.Add(new PlacedNode
            {
                Name = name,
                Kind = tall ? NodeKind.HardMacro : terminal ? NodeKind.Port : NodeKind.SoftMacro,
                Size = terminal && !tall ? (0, 0) : size,
                Centre = (_rows.Core.CentreX, _rows.Core.CentreY),
                Fixed = terminal,
            });
            if (!_nodes.TryAdd(name, node))
            {
                throw words.Complain($"node '{name}' is defined twice; expected one definition.");
            }
        }
    }

    /// <summary>The <c>.pl</c> file.</summary>
    public void ReadPlaces(WordReader words)
    {
        foreach (var _ in Items(words, counted: null, () => 0))
        {
            var node = NodeOf(words);
            var placed = _design[node];
            var (x, y) = (RequireNumber(words, "x"), RequireNumber(words, "y"));
            var (orientation, isFixed) = (Orientation.N, placed.Fixed);
            while (words.NextOnLine())
            {
                isFixed |= words.Word.StartsWith("/FIXED", StringComparison.Ordinal);
                orientation = Enum.TryParse<Orientation>(words.Word, out var given) ? given : orientation;
            }

            var size = orientation is Orientation.E or Orientation.W or Orientation.FE or Orientation.FW ? (Width: placed.Size.Height, Height: placed.Size.Width) : placed.Size;
            _design.Place(node, placed with { Size = size, Centre = (x + (size.Width / 2), y + (size.Height / 2)), Orientation = orientation, Fixed = isFixed });
        }
    }

    /// <summary>The <c>.nets</c> file.</summary>
    public void ReadNets(WordReader words)
    {
        var (nets, missing) = (0, 0);
        foreach (var _ in Items(words, "NumNets", () => nets))
        {
            if (words.Is("NetDegree"))
            {
                RequireComplete(words, missing);
                missing = (int)RequireNumber(words, "NetDegree");
                nets++;
                _design.EndNet();
                continue;
            }

            var node = NodeOf(words);
            var drives = words.NextOnLine() && words.Is("O");
            var (x, y) = words.NextOnLine() ? (RequireNumber(words, "x offset"), RequireNumber(words, "y offset")) : (0, 0);
            _design.AddPin(node, new LibraryPin(x, y, drives));
            missing--;
        }

        RequireComplete(words, missing);
        _design.EndNet();
    }

    /// <summary>The design.</summary>
    public Design Finish(string name) => _design.Finish(name, _rows.Core);

    private static void RequireComplete(WordReader words, int missing)
    {
        if (missing != 0)
        {
            throw words.Complain($"the net before this line has {Math.Abs(missing)} pins {(missing > 0 ? "fewer" : "more")} than its NetDegree says.");
        }
    }

    // Lines with something on them, behind the heading; the first word of each is read.
    private static IEnumerable<int> Items(WordReader words, string? counted, Func<int> found)
    {
        double? announced = null;
        while (words.NextLine())
        {
            if (!words.NextOnLine() || words.Is("UCLA"))
            {
                continue;
            }

            if (words.Word.StartsWith("Num", StringComparison.Ordinal) && words.Word[3..].TrimEnd(':') is "Nodes" or "Terminals" or "Nets" or "Pins")
            {
                announced = words.Word.TrimEnd(':').SequenceEqual(counted) ? RequireNumber(words, counted!) : announced;
                continue;
            }

            yield return words.Line;
        }

        if (announced is { } number && number != found())
        {
            throw words.Complain($"{counted} says {number} but there are {found()}.");
        }
    }

    private int NodeOf(WordReader words) => _nodes.TryGetValue(words.Word.ToString(), out var node)
        ? node
        : throw words.Complain($"node '{words.Word}' is not defined in the .nodes file.");

    private static double Size(WordReader words, string name, string field) => RequireNumber(words, field) is >= 0 and var size
        ? size
        : throw words.Complain($"node '{name}' has {field} {words.Word}; expected 0 or more.");

    private static double RequireNumber(WordReader words, string field)
    {
        var found = words.NextOnLine() && (!words.Is(":") || words.NextOnLine());
        return found ? words.Parse(words.Word, field) : throw words.Complain($"the line ends before field '{field}'; expected a number.");
    }
}
