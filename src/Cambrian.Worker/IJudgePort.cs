using Cambrian.Contracts;

namespace Cambrian.Worker;

/// <summary>The judge's side of an evaluator.</summary>
internal interface IJudgePort
{
    IEnumerable<byte[]> Open(Split split, string dataFolder);

    CaseScore Score(int index, ReadOnlySpan<byte> answer);

    IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<byte[]> answers);
}
