using System.Text;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Formats;

/// <summary>Reads the clustered netlists of circuit_training (<c>netlist.pb.txt</c>: text protobuf, docs/NETLIST_FORMAT.md there), plain or as gzip.</summary>
public sealed class NetlistReader
{
    private static readonly string[] NumberKeys = ["x", "y", "width", "height", "x_offset", "y_offset", "weight"];

    private readonly Lexer _lexer;
    private readonly NetlistAssembly _assembly;
    private readonly NodeRecord _node = new();

    private NetlistReader(Stream stream, string file)
    {
        _lexer = new Lexer(stream, file);
        _assembly = new NetlistAssembly(file);
    }

    /// <summary>Reads a file; the name does not matter, gzip is recognised by its content.</summary>
    /// <exception cref="ChipFormatException">The file is not such a netlist; says where and why.</exception>
    public static Netlist Read(string path)
    {
        using var stream = ChipFile.Open(path);
        return Read(stream, Path.GetFileName(path));
    }

    /// <summary>Reads a stream of plain text.</summary>
    /// <param name="stream">Read to its end, not closed.</param>
    /// <param name="file">What complaints call it.</param>
    /// <exception cref="ChipFormatException">The text is not such a netlist; says where and why.</exception>
    public static Netlist Read(Stream stream, string file)
    {
        var reader = new NetlistReader(stream, file);
        TokenKind token;
        while ((token = reader._lexer.Next()) != TokenKind.End)
        {
            if (token != TokenKind.Word || !reader._lexer.Bytes.SequenceEqual("node"u8))
            {
                throw reader.Unexpected("'node { … }'");
            }

            reader.ReadNode();
        }

        return reader._assembly.Finish();
    }

    private void ReadNode()
    {
        _node.Clear();
        _node.Line = _lexer.Line;
        Open("node");
        while (Field() is { Length: > 0 } field)
        {
            if (field.SequenceEqual("name"u8))
            {
                _node.Symbol = _assembly.Symbols.Of(Text("name"));
            }
            else if (field.SequenceEqual("input"u8))
            {
                _node.Inputs.Add(_assembly.Symbols.Of(Text("input")));
            }
            else if (field.SequenceEqual("attr"u8))
            {
                ReadAttribute();
            }
            else
            {
                throw Unexpected("'name', 'input' or 'attr' in a node");
            }
        }

        _assembly.Add(_node);
    }

    private void ReadAttribute()
    {
        Open("attr");
        var key = "";
        while (Field() is { Length: > 0 } field)
        {
            if (field.SequenceEqual("key"u8))
            {
                key = KeyOf(Text("key"));
            }
            else if (field.SequenceEqual("value"u8))
            {
                ReadValue(key);
            }
            else
            {
                throw Unexpected("'key' or 'value' in an attr");
            }
        }
    }

    // Keys repeat a hundred thousand times; those that matter cost no string.
    private static string KeyOf(ReadOnlySpan<byte> key)
    {
        foreach (var known in NumberKeys)
        {
            if (Ascii.Equals(key, known))
            {
                return known;
            }
        }

        return Encoding.UTF8.GetString(key);
    }

    private void ReadValue(string key)
    {
        Open("value");
        while (Field() is { Length: > 0 } field)
        {
            var quoted = field.SequenceEqual("placeholder"u8) || field.SequenceEqual("s"u8);
            _ = _lexer.Next() == TokenKind.Colon ? _lexer.Next() : throw Unexpected($"':' before the value of '{key}'");
            if (!quoted)
            {
                Number(key);
            }
            else
            {
                Placeholder(key);
            }
        }
    }

    private void Number(string key)
    {
        if (Array.IndexOf(NumberKeys, key) < 0)
        {
            return;
        }

        if (!double.TryParse(_lexer.Bytes, out var number) || !double.IsFinite(number))
        {
            throw _lexer.Complain($"attribute '{key}' is '{Encoding.UTF8.GetString(_lexer.Bytes)}'; expected a finite number.");
        }

        _node.Numbers[key] = number;
    }

    private void Placeholder(string key)
    {
        switch (key)
        {
            case "type":
                _node.Type = Encoding.UTF8.GetString(_lexer.Bytes);
                break;
            case "macro_name":
                _node.Macro = Encoding.UTF8.GetString(_lexer.Bytes);
                break;
            case "orientation":
                _node.Orientation = Encoding.UTF8.GetString(_lexer.Bytes);
                break;
            case var _ when Array.IndexOf(NumberKeys, key) >= 0:
                Number(key);
                break;
            default:
                break;
        }
    }

    private void Open(string field)
    {
        var token = _lexer.Next();
        if ((token == TokenKind.Colon ? _lexer.Next() : token) != TokenKind.Open)
        {
            throw Unexpected($"'{{' after '{field}'");
        }
    }

    // The next field's name within a message; empty at its closing brace.
    private ReadOnlySpan<byte> Field() => _lexer.Next() switch
    {
        TokenKind.Word => _lexer.Bytes,
        TokenKind.Close => default,
        TokenKind.End => throw _lexer.Complain($"the file ends inside the node that begins on line {_node.Line}; expected '}}'."),
        _ => throw Unexpected("a field's name or '}'"),
    };

    private ReadOnlySpan<byte> Text(string field) =>
        _lexer.Next() == TokenKind.Colon && _lexer.Next() == TokenKind.Text ? _lexer.Bytes : throw Unexpected($"a quoted text after '{field}:'");

    private ChipFormatException Unexpected(string expected) => _lexer.Complain($"found '{Encoding.UTF8.GetString(_lexer.Bytes)}'; expected {expected}.");
}
