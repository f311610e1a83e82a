using System.Buffers;

namespace Cambrian.Chips.Formats;

/// <summary>Reads text protobuf token by token from a stream; holds one buffer, whatever the file's size.</summary>
internal sealed class Lexer(Stream stream, string file)
{
    private static readonly SearchValues<byte> WordBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+-"u8);
    private static readonly SearchValues<byte> TextEnds = SearchValues.Create("\"\\\n"u8);

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _position;
    private int _end;
    private int _length;
    private bool _escaped;

    /// <summary>The line of the last token, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The last token's bytes, without quotes; valid until the next one is read.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _length);

    /// <summary>A complaint about the current line.</summary>
    public ChipFormatException Complain(string complaint) => new(file, Line, complaint);

    /// <summary>Reads the next token; commas and semicolons between fields are skipped.</summary>
    public TokenKind Next()
    {
        while (Available())
        {
            var next = _buffer[_position];
            switch (next)
            {
                case (byte)'\n':
                    Line++;
                    _position++;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)',' or (byte)';':
                    _position++;
                    break;
                case (byte)'#':
                    SkipComment();
                    break;
                default:
                    return Token(next);
            }
        }

        return TokenKind.End;
    }

    private TokenKind Token(byte first)
    {
        _start = _position;
        switch (first)
        {
            case (byte)'{' or (byte)'<':
                return Single(TokenKind.Open);
            case (byte)'}' or (byte)'>':
                return Single(TokenKind.Close);
            case (byte)':':
                return Single(TokenKind.Colon);
            case (byte)'"':
                ReadText();
                return TokenKind.Text;
            case var _ when WordBytes.Contains(first):
                ReadWord();
                return TokenKind.Word;
            default:
                throw Complain($"'{(char)first}' belongs to no field; expected a name, a quoted text, a number or a brace.");
        }
    }

    private TokenKind Single(TokenKind kind)
    {
        _length = 1;
        _position++;
        return kind;
    }

    private void ReadWord()
    {
        int stop;
        while ((stop = _buffer.AsSpan(_position, _end - _position).IndexOfAnyExcept(WordBytes)) < 0)
        {
            _position = _end;
            if (!Refill())
            {
                stop = 0;
                break;
            }
        }

        _position += stop;
        _length = _position - _start;
    }

    private void ReadText()
    {
        _position++;
        _start = _position;
        _escaped = false;
        while (true)
        {
            var stop = _buffer.AsSpan(_position, _end - _position).IndexOfAny(TextEnds);
            _position = stop < 0 ? _end : _position + stop;
            if (stop < 0 ? !Refill() : _buffer[_position] == (byte)'\n')
            {
                throw Complain("a text begins with a quote here but does not end on this line.");
            }

            if (stop >= 0 && _buffer[_position] == (byte)'"')
            {
                break;
            }

            SkipEscape(stop);
        }

        _length = _position++ - _start;
        if (_escaped)
        {
            _length = Escapes.Resolve(_buffer.AsSpan(_start, _length));
        }
    }

    private void SkipEscape(int stop)
    {
        if (stop >= 0)
        {
            _escaped = true;
            _position = _position + 1 < _end || Refill() ? _position + 2 : _end;
        }
    }

    private void SkipComment()
    {
        _start = _position;
        while (Available() && _buffer[_position] != (byte)'\n')
        {
            _start = _position++;
        }
    }

    private bool Available()
    {
        _start = _position < _end ? _start : _position;
        return _position < _end || Refill();
    }

    // Keeps what belongs to the current token, moves it to the front, and reads on behind it.
    private bool Refill()
    {
        var kept = _end - _start;
        if (kept == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        _position -= _start;
        _start = 0;
        var read = stream.Read(_buffer, kept, _buffer.Length - kept);
        _end = kept + read;
        return read > 0;
    }
}
