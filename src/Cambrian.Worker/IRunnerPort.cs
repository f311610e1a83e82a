namespace Cambrian.Worker;

/// <summary>The runner's side of an evaluator.</summary>
internal interface IRunnerPort
{
    void TakeCases(IEnumerable<byte[]> cases);

    void Load(Delegate program);

    byte[] Run(int index);

    string? Listing(int index);

    byte[] Answer(ReadOnlySpan<byte> problemCase);
}
