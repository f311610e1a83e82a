using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Gates;

/// <summary>Reads the sections of a DEF file that make a design.</summary>
internal sealed class DefSections
{
    private readonly WordReader _words;
    private readonly DesignAssembly _design = new();
    private readonly DefPlacements _placements;
    private readonly Dictionary<string, LibraryCell>.AlternateLookup<ReadOnlySpan<char>> _library;
    private readonly Dictionary<string, int> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ports = new(StringComparer.Ordinal);
    private readonly List<LibraryCell?> _cells = [];
    private readonly List<bool> _inputs = [];
    private Box _die = Box.Empty;
    private double _unitsPerMicron;
    private string _name = "";

    public DefSections(WordReader words, IReadOnlyDictionary<string, LibraryCell> library)
    {
        _words = words;
        _placements = new DefPlacements(words);
        _library = new Dictionary<string, LibraryCell>(library, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public void ReadName()
    {
        _name = _words.Require("the design's name").ToString();
        _words.SkipStatement();
    }

    public void ReadUnits()
    {
        _words.Expect("DISTANCE");
        _words.Expect("MICRONS");
        _unitsPerMicron = _words.Number("UNITS DISTANCE MICRONS");
        if (_unitsPerMicron <= 0)
        {
            throw _words.Complain($"UNITS DISTANCE MICRONS is {_unitsPerMicron}; expected more than 0.");
        }

        _placements.UnitsPerMicron = _unitsPerMicron;
        _words.SkipStatement();
    }

    public void ReadDie()
    {
        RequireUnits("DIEAREA");
        var corners = 0;
        for (; _words.Require("';' of DIEAREA").SequenceEqual("("); corners++)
        {
            _die = _die.With(_words.Number("DIEAREA, x") / _unitsPerMicron, _words.Number("DIEAREA, y") / _unitsPerMicron);
            _words.Expect(")");
        }

        if (corners != 2 || !(_die.Right > _die.Left && _die.Top > _die.Bottom))
        {
            throw _words.Complain($"DIEAREA has {corners} corners and measures {_die.Right - _die.Left} × {_die.Top - _die.Bottom} microns; expected two corners of a rectangle with an area.");
        }
    }

    public void ReadComponents() => ReadItems("COMPONENTS", ReadComponent);

    public void ReadPins() => ReadItems("PINS", ReadPin);

    public void ReadNets() => ReadItems("NETS", ReadNet);

    public Design Finish() => _design.NodeCount == 0
        ? throw _words.ComplainOfFile("the file holds neither COMPONENTS nor PINS; there is nothing to place.")
        : _die == Box.Empty ? throw _words.ComplainOfFile("the file has no DIEAREA; expected the area to place into.")
        : _design.Finish(_name, _die);

    private void ReadItems(string section, Action read)
    {
        RequireUnits(section);
        var announced = _words.Number($"{section}, how many");
        _words.Expect(";");
        var found = 0;
        for (; _words.Require($"'END {section}'").SequenceEqual("-"); found++)
        {
            read();
        }

        if (!_words.Is("END"))
        {
            throw _words.Complain($"found '{_words.Word}' in {section}; expected '-' or 'END {section}'.");
        }

        _words.Expect(section);
        if (found != announced)
        {
            throw _words.Complain($"{section} announces {announced} items but holds {found}.");
        }
    }

    private void RequireUnits(string section)
    {
        if (_unitsPerMicron == 0)
        {
            throw _words.Complain($"{section} comes before UNITS DISTANCE MICRONS, without which its numbers mean nothing.");
        }
    }

    private void ReadComponent()
    {
        var name = _words.Require("a component's name").ToString();
        if (!_library.TryGetValue(_words.Require($"the cell of component '{name}'"), out var cell))
        {
            throw _words.Complain($"component '{name}' is a '{_words.Word}', which the library does not define.");
        }

        var (corner, orientation, placed) = _placements.Read();
        var (width, height) = orientation is Orientation.E or Orientation.W or Orientation.FE or Orientation.FW ? (cell.Height, cell.Width) : (cell.Width, cell.Height);
        var node = _design.Add(new PlacedNode
        {
            Name = name,
            Kind = cell.IsBlock ? NodeKind.HardMacro : NodeKind.SoftMacro,
            Size = (width, height),
            Centre = placed == DefPlacement.Unplaced ? (_die.CentreX, _die.CentreY) : (corner.X + (width / 2), corner.Y + (height / 2)),
            Orientation = orientation,
            Fixed = placed == DefPlacement.Fixed,
        });
        _cells.Add(cell);
        _inputs.Add(false);
        if (!_components.TryAdd(name, node))
        {
            throw _words.Complain($"component '{name}' is defined twice; expected one definition.");
        }
    }

    private void ReadPin()
    {
        var name = _words.Require("a pin's name").ToString();
        var (point, _, placed) = _placements.Read();
        var port = _design.Add(new PlacedNode
        {
            // Pins and components have names of their own, nodes of a netlist have not.
            Name = _components.ContainsKey(name) ? $"PIN {name}" : name,
            Kind = NodeKind.Port,
            Centre = placed == DefPlacement.Unplaced ? (_die.CentreX, _die.CentreY) : point,
            Fixed = true,
        });
        _cells.Add(null);
        _inputs.Add(_placements.IsInput);
        if (!_ports.TryAdd(name, port))
        {
            throw _words.Complain($"pin '{name}' is defined twice; expected one definition.");
        }
    }

    private void ReadNet()
    {
        _words.Require("a net's name");
        while (!_words.Require("';' of a net").SequenceEqual(";"))
        {
            if (_words.Is("+"))
            {
                _words.SkipStatement();
                break;
            }

            if (!_words.Is("("))
            {
                throw _words.Complain($"found '{_words.Word}' in a net; expected '(', '+' or ';'.");
            }

            ReadConnection();
        }

        _design.EndNet();
    }

    private void ReadConnection()
    {
        if (_words.Require("a component's name") is "PIN")
        {
            var pin = _words.Require("a pin's name");
            if (!_ports.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(pin, out var port))
            {
                throw _words.Complain($"a net connects PIN '{pin}', which PINS does not define.");
            }

            _design.AddPin(port, new LibraryPin(0, 0, _inputs[port]));
        }
        else
        {
            ReadCellPin();
        }

        while (!_words.Require("')'").SequenceEqual(")"))
        {
        }
    }

    private void ReadCellPin()
    {
        if (!_components.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(_words.Word, out var node))
        {
            throw _words.Complain($"a net connects component '{_words.Word}', which COMPONENTS does not define.");
        }

        // Components all have a cell; only ports have none.
        var cell = _cells[node]!;
        if (!cell.Pins.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(_words.Require("a pin's name"), out var pin))
        {
            throw _words.Complain($"a net connects pin '{_words.Word}' of component '{_design[node].Name}', whose cell '{cell.Name}' has no such pin.");
        }

        _design.AddPin(node, pin);
    }
}
