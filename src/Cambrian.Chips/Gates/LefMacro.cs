using System.Collections.Frozen;

namespace Cambrian.Chips.Gates;

/// <summary>Reads one MACRO of a LEF file, from its name to its END.</summary>
internal sealed class LefMacro(WordReader words)
{
    private readonly Dictionary<string, (double X, double Y, bool Drives)> _pins = new(StringComparer.Ordinal);
    private double _width = double.NaN;
    private double _height = double.NaN;
    private double _originX;
    private double _originY;
    private bool _isBlock;

    /// <summary>The cell, with pins from its centre.</summary>
    public LibraryCell Read()
    {
        var name = words.Require("the MACRO's name").ToString();
        while (true)
        {
            switch (words.Require($"'END {name}'"))
            {
                case "END":
                    words.Expect(name);
                    return Finish(name);
                case "PIN":
                    ReadPin();
                    break;
                case "OBS":
                    SkipShapes();
                    break;
                default:
                    ReadStatement(words.Word.ToString());
                    break;
            }
        }
    }

    private void ReadStatement(string keyword)
    {
        switch (keyword)
        {
            case "CLASS":
                _isBlock = words.Require("a class") is "BLOCK" or "RING";
                break;
            case "SIZE":
                _width = words.Number("SIZE, width");
                words.Expect("BY");
                _height = words.Number("SIZE, height");
                break;
            case "ORIGIN":
                (_originX, _originY) = (words.Number("ORIGIN, x"), words.Number("ORIGIN, y"));
                break;
            default:
                break;
        }

        words.SkipStatement();
    }

    private LibraryCell Finish(string name)
    {
        if (!(_width >= 0 && _height >= 0))
        {
            throw words.Complain($"MACRO '{name}' has {(double.IsNaN(_width) ? "no SIZE" : $"SIZE {_width} BY {_height}")}; expected microns from 0.");
        }

        var pins = _pins.ToFrozenDictionary(
            pin => pin.Key,
            pin => new LibraryPin(pin.Value.X + _originX - (_width / 2), pin.Value.Y + _originY - (_height / 2), pin.Value.Drives),
            StringComparer.Ordinal);
        return new LibraryCell(name, _width, _height, _isBlock, pins);
    }

    private void ReadPin()
    {
        var name = words.Require("the PIN's name").ToString();
        var drives = false;
        var shape = Box.Empty;
        while (!words.Require($"'END {name}'").SequenceEqual("END"))
        {
            if (words.Is("PORT"))
            {
                shape = ReadPort(shape);
                continue;
            }

            if (words.Is("DIRECTION"))
            {
                drives = words.Require("a direction") is "OUTPUT";
            }

            words.SkipStatement();
        }

        words.Expect(name);
        if (!_pins.TryAdd(name, (shape.CentreX, shape.CentreY, drives)))
        {
            throw words.Complain($"PIN '{name}' is defined twice; expected one definition.");
        }
    }

    // A pin is where the middle of all its shapes is; which of them a router will use is not known here.
    private Box ReadPort(Box shape)
    {
        while (!words.Require("'END' of a PORT").SequenceEqual("END"))
        {
            if (!words.Is("RECT"))
            {
                words.SkipStatement();
                continue;
            }

            if (words.Require("a coordinate") is "MASK")
            {
                words.Number("MASK");
                words.Require("a coordinate");
            }

            var (x, y) = (words.Parse(words.Word, "RECT, first x"), words.Number("RECT, first y"));
            shape = shape.With(x, y).With(words.Number("RECT, second x"), words.Number("RECT, second y"));
            words.Expect(";");
        }

        return shape;
    }

    private void SkipShapes()
    {
        while (!words.Require("'END' of OBS").SequenceEqual("END"))
        {
            words.SkipStatement();
        }
    }
}
