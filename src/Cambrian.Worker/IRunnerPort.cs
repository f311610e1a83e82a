namespace Cambrian.Worker;

/// <summary>The runner's side of an evaluator.</summary>
internal interface IRunnerPort : IListingPort
{
    void TakeCases(IEnumerable<byte[]> cases);

    void Load(Delegate program);

    byte[] Run(int index);

    byte[] Answer(ReadOnlySpan<byte> problemCase);
}
