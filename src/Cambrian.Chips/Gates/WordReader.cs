using System.Buffers;
using System.Globalization;
using Cambrian.Chips.Formats;

namespace Cambrian.Chips.Gates;

/// <summary>Reads a text word by word; words end at blanks, a quoted text is one word, comments from '#' to the end of a line are skipped.</summary>
internal sealed class WordReader(TextReader reader, string file)
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\f\v");

    private string _text = "";
    private int _start;
    private int _end;

    /// <summary>The line of the last word, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The last word; valid until the next one is read.</summary>
    public ReadOnlySpan<char> Word => _text.AsSpan(_start, _end - _start);

    /// <summary>A complaint about the current line.</summary>
    public ChipFormatException Complain(string complaint) => new(file, Math.Max(1, Line), complaint);

    /// <summary>A complaint about the file as a whole.</summary>
    public ChipFormatException ComplainOfFile(string complaint) => new(file, complaint);

    /// <summary>Whether the last word is this one.</summary>
    public bool Is(string word) => Word.SequenceEqual(word);

    /// <summary>Reads the next word, on this line or a later one.</summary>
    public bool Next()
    {
        while (!NextOnLine())
        {
            if (!NextLine())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Goes to the next line; its first word is not read yet.</summary>
    public bool NextLine()
    {
        if (reader.ReadLine() is not { } line)
        {
            return false;
        }

        (_text, _start, _end) = (line, 0, 0);
        Line++;
        return true;
    }

    /// <summary>Reads the next word of this line.</summary>
    public bool NextOnLine()
    {
        var rest = _text.AsSpan(_end);
        var skip = rest.IndexOfAnyExcept(Blanks);
        if (skip < 0 || rest[skip] == '#')
        {
            _start = _end = _text.Length;
            return false;
        }

        _start = _end + skip;
        var word = _text.AsSpan(_start);
        var length = word[0] == '"' ? word[1..].IndexOf('"') + 2 : word.IndexOfAny(Blanks);
        _end = length < 2 && (length < 0 || word[0] == '"') ? _text.Length : _start + length;
        return true;
    }

    /// <summary>Reads a word that has to be there.</summary>
    /// <param name="field">What complaints call it.</param>
    public ReadOnlySpan<char> Require(string field) =>
        Next() ? Word : throw Complain($"the file ends here; expected {field}.");

    /// <summary>Reads a number that has to be there.</summary>
    /// <param name="field">What complaints call it.</param>
    public double Number(string field) => Parse(Require(field), field);

    /// <summary>The last word as a number.</summary>
    public double Parse(ReadOnlySpan<char> word, string field) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Complain($"field '{field}' is '{word}'; expected a number.");

    /// <summary>Reads a word that has to be this one.</summary>
    public void Expect(string word)
    {
        if (!Require($"'{word}'").SequenceEqual(word))
        {
            throw Complain($"found '{Word}'; expected '{word}'.");
        }
    }

    /// <summary>Reads on to the semicolon that ends a statement.</summary>
    public void SkipStatement()
    {
        while (!Require("';'").SequenceEqual(";"))
        {
        }
    }

    /// <summary>Reads on behind the words <c>END name</c>.</summary>
    public void SkipBlock(string name)
    {
        var line = Line;
        while (Next())
        {
            if (Is("END") && Next() && Is(name))
            {
                return;
            }
        }

        throw new ChipFormatException(file, line, $"'{name}' begins here but no 'END {name}' follows.");
    }
}
