using Cambrian.Contracts;

namespace Cambrian.Worker;

/// <summary>Both sides of one evaluator. A process uses only one of them.</summary>
internal sealed class EvaluatorPort<TProgram, TCase, TAnswer>(Evaluator<TProgram, TCase, TAnswer> evaluator) : IEvaluatorPort, IRunnerPort, IJudgePort
    where TProgram : Delegate
{
    private IReadOnlyList<TCase> _cases = [];
    private TProgram? _program;

    public Type ProgramType => typeof(TProgram);

    public IRunnerPort Runner => this;

    public IJudgePort Judge => this;

    public void TakeCases(IEnumerable<byte[]> cases) => _cases = [.. cases.Select(bytes => Wire<TCase>.Read(bytes))];

    public void Load(Delegate program) => _program = (TProgram)program;

    public byte[] Run(int index) => Answer(_cases[index]);

    public byte[] Answer(ReadOnlySpan<byte> problemCase) => Answer(Wire<TCase>.Read(problemCase));

    public IEnumerable<byte[]> Open(Split split, string dataFolder)
    {
        _cases = evaluator.Cases(split, dataFolder);
        return _cases.Select(Wire<TCase>.Write);
    }

    public CaseScore Score(int index, ReadOnlySpan<byte> answer) => evaluator.Score(_cases[index], Wire<TAnswer>.Read(answer));

    public IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<byte[]> answers) =>
        evaluator.Metrics([.. _cases.Take(answers.Count)], [.. answers.Select(bytes => Wire<TAnswer>.Read(bytes))]);

    private byte[] Answer(TCase problemCase) =>
        Wire<TAnswer>.Write(evaluator.Run(_program ?? throw new InvalidOperationException("No program was loaded."), problemCase));
}
