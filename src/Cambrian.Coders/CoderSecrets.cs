using Cambrian.Core;

namespace Cambrian.Coders;

/// <summary>The values of the environment variables that an agent is given: they may leave it neither in a program nor in a message.</summary>
internal sealed class CoderSecrets
{
    // Shorter values, a flag or a number, would be found in any text.
    private const int Shortest = 8;
    private const string Mark = "[key]";

    private readonly IReadOnlyList<(string Name, string Value)> _values;

    /// <summary>Those of an agent, as they are now. Names of models are no secrets.</summary>
    public CoderSecrets(CoderOptions options) => _values =
    [
        .. options.Environment.Where(name => !name.Contains("MODEL", StringComparison.Ordinal))
            .Select(name => (name, Environment.GetEnvironmentVariable(name) ?? ""))
            .Where(variable => variable.Item2.Length >= Shortest),
    ];

    /// <summary>A text without them.</summary>
    public string Redact(string text) => _values.Aggregate(text, (left, secret) => left.Replace(secret.Value, Mark, StringComparison.Ordinal));

    /// <summary>The name of one that a program holds; null when it holds none.</summary>
    public string? FoundIn(Artifact program) =>
        _values.FirstOrDefault(secret => program.Files.Values.Any(text => text.Contains(secret.Value, StringComparison.Ordinal))).Name;
}
