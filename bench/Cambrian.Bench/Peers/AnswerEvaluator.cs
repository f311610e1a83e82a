using System.Globalization;
using Cambrian.Core;

namespace Cambrian.Bench.Peers;

/// <summary>The evaluator of the stub's programs, in this process: the number that a program returns, spread over 0 to 1.</summary>
internal sealed class AnswerEvaluator : IEvaluator
{
    /// <summary>The seed.</summary>
    public const string Seed = "# EVOLVE-BLOCK-START\ndef answer():\n    return 0\n# EVOLVE-BLOCK-END\n";

    /// <summary>The same in Python, for whoever calls it there.</summary>
    public const string InPython = """
        def evaluate(program_path):
            with open(program_path) as file:
                return {"combined_score": (int(file.read().split("return ")[1].split()[0]) * 2654435761 % 4294967296) / 4294967296}

        """;

    /// <inheritdoc/>
    public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        var text = artifact.Files.Values.First();
        var start = text.IndexOf("return ", StringComparison.Ordinal) + "return ".Length;
        var number = ulong.Parse(text.AsSpan(start, text.IndexOf('\n', start) - start), CultureInfo.InvariantCulture);
        return Task.FromResult(Evaluation.Of(number * 2654435761 % 4294967296 / 4294967296.0));
    }
}
