using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Cambrian.Core;

namespace Cambrian.Governance;

/// <summary>What people allow a run to do by itself, on what, with how much, until when, and who of them decides the rest.</summary>
internal sealed record Mandate
{
    /// <summary>How much is done without a person.</summary>
    public required AutonomyLevel Level { get; init; }

    /// <summary>Names of the problems it holds for.</summary>
    public required IReadOnlyList<string> Scope { get; init; }

    /// <summary>What may be used.</summary>
    public MandateBudget Budget { get; init; } = new();

    /// <summary>When it ends.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>Names of the people who may approve and reject.</summary>
    public required IReadOnlyList<string> Approvers { get; init; }

    /// <summary>At A3: hours in which a person may object to a change of the engine; default 24.</summary>
    public double VetoHours { get; init; } = 24;

    /// <summary>Absolute path of a file that stops the run while it is there, besides the one in the run's folder.</summary>
    public string? Stop { get; init; }

    /// <summary>The file, letter by letter.</summary>
    [JsonIgnore]
    public string Text { get; init; } = "";

    /// <summary>SHA-256 of <see cref="Text"/>, 64 hexadecimal digits.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <exception cref="MandateException">It has ended, or is about other problems.</exception>
    public void RequireAllows(string problem, DateTimeOffset now)
    {
        if (now >= Ends)
        {
            throw new MandateException($"The mandate ended at {Ends:u}; it is {now:u}. Nothing is done under it any more: start a new run with a mandate that goes on, or without one.");
        }

        if (!Scope.Contains(problem, StringComparer.Ordinal))
        {
            throw new MandateException($"The mandate is about {string.Join(", ", Scope)}, not about '{problem}'. Add '{problem}' to its 'scope', or run without --mandate.");
        }
    }

    /// <summary>The smaller of what was asked for and what is allowed.</summary>
    public Budget Limit(Budget asked) => asked with { Steps = Smaller(asked.Steps, Budget.Steps), Evaluations = Smaller(asked.Evaluations, Budget.Evaluations) };

    private static int? Smaller(int? first, int? second) => first is null || second < first ? second ?? first : first;
}
