namespace Cambrian.Chips.Formats;

/// <summary>The tokens of text protobuf.</summary>
internal enum TokenKind
{
    /// <summary>The end of the file.</summary>
    End,

    /// <summary>A field name, number or enum value.</summary>
    Word,

    /// <summary>Quoted text, without its quotes.</summary>
    Text,

    /// <summary>An opening brace or angle bracket.</summary>
    Open,

    /// <summary>A closing brace or angle bracket.</summary>
    Close,

    /// <summary>A colon.</summary>
    Colon,
}
