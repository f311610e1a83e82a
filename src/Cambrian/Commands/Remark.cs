namespace Cambrian.Commands;

/// <summary>One thing that a check found.</summary>
/// <param name="Kind">How it looks.</param>
/// <param name="Text">What was found, and what to do where something is to be done.</param>
internal sealed record Remark(RemarkKind Kind, string Text)
{
    /// <summary>Four characters to put before it.</summary>
    public string Mark => Kind switch
    {
        RemarkKind.Good => "ok  ",
        RemarkKind.Advice => "hint",
        _ => "bad ",
    };

    /// <summary>As it should be.</summary>
    public static Remark Good(string text) => new(RemarkKind.Good, text);

    /// <summary>It works, and could be better.</summary>
    public static Remark Advice(string text) => new(RemarkKind.Advice, text);

    /// <summary>It does not work.</summary>
    public static Remark Bad(string text) => new(RemarkKind.Bad, text);
}
