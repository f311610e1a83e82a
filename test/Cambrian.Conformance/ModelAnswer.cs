namespace Cambrian.Conformance;

/// <summary>What a scripted model server answers, whatever protocol it was asked in.</summary>
public sealed record ModelAnswer(string Text = "")
{
    public int Status { get; init; } = 200;

    /// <summary>The provider's word for what is wrong, where the status says that something is.</summary>
    public string Code { get; init; } = "";

    public int Input { get; init; } = 10;

    public int Output { get; init; } = 5;

    public int Cached { get; init; }

    /// <summary>Output tokens that stand in the total alone, as Gemini counts its thoughts.</summary>
    public int Thoughts { get; init; }

    public bool CutOff { get; init; }

    /// <summary>Whether the provider counts no tokens.</summary>
    public bool Uncounted { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body as it is, in place of a well-formed one.</summary>
    public string? Raw { get; init; }

    /// <summary>Whether the connection breaks in the middle of the body.</summary>
    public bool Breaks { get; init; }

    /// <summary>How long the first byte takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What is sent in the middle of a stream in place of its rest, which then ends as if it were whole.</summary>
    public string? PieceInside { get; init; }

    /// <summary>How long each piece of a stream takes, but for the first.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Whether the server knows no streams, and answers in one piece.</summary>
    public bool NeverStreams { get; init; }

    /// <summary>What embeds a text, where it is asked for an embedding.</summary>
    public IReadOnlyList<float>? Vector { get; init; }

    public static ModelAnswer Fault(int status, string message, string code = "") => new(message) { Status = status, Code = code };
}
