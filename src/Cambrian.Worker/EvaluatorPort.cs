using System.Text.Json;
using Cambrian.Contracts;

namespace Cambrian.Worker;

/// <summary>Both sides of one evaluator. A process uses only one of them.</summary>
internal sealed class EvaluatorPort<TProgram, TCase, TAnswer>(Evaluator<TProgram, TCase, TAnswer> evaluator, ConstructionCheck<TAnswer>? check)
    : IEvaluatorPort, IRunnerPort, IJudgePort, IConstructionPort
    where TProgram : Delegate
{
    private IReadOnlyList<TCase> _cases = [];
    private TProgram? _program;

    private TProgram Program => _program ?? throw new InvalidOperationException("No program was loaded.");

    public Type ProgramType => typeof(TProgram);

    public IRunnerPort Runner => this;

    public IJudgePort Judge => this;

    public IConstructionPort Construction => this;

    public void TakeCases(IEnumerable<byte[]> cases) => _cases = [.. cases.Select(bytes => Wire<TCase>.Read(bytes))];

    public void Load(Delegate program) => _program = (TProgram)program;

    public byte[] Run(int index) => Answer(_cases[index]);

    public string? Listing(int index) => evaluator.Listing(Program, _cases[index]);

    public byte[] Answer(ReadOnlySpan<byte> problemCase) => Answer(Wire<TCase>.Read(problemCase));

    public IEnumerable<byte[]> Open(Split split, string dataFolder)
    {
        _cases = evaluator.Cases(split, dataFolder);
        return _cases.Select(Wire<TCase>.Write);
    }

    public CaseScore Score(int index, ReadOnlySpan<byte> answer) => evaluator.Score(_cases[index], Wire<TAnswer>.Read(answer));

    public IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<byte[]> answers) =>
        evaluator.Metrics([.. _cases.Take(answers.Count)], [.. answers.Select(bytes => Wire<TAnswer>.Read(bytes))]);

    public CaseScore Check(int index, ReadOnlySpan<byte> answer) =>
        (check ?? throw new InvalidOperationException($"The check file declares no class derived from ConstructionCheck<{typeof(TAnswer).Name}>; expected one, for the evaluator's answers."))
            .Check(Size(_cases[index]), Wire<TAnswer>.Read(answer));

    public string? Picture(int index, ReadOnlySpan<byte> answer) => evaluator.Picture(_cases[index], Wire<TAnswer>.Read(answer));

    public byte[] Read(JsonElement file) => Wire<TAnswer>.Write(evaluator.Read(file));

    public string Write(ReadOnlySpan<byte> answer) => JsonSerializer.Serialize(Wire<TAnswer>.Read(answer), Wire<TAnswer>.Json);

    private static int[] Size(TCase problemCase) => problemCase switch
    {
        ISized sized => sized.Size,
        int[] size => size,
        _ => throw new InvalidOperationException($"A check needs the size of a case, but cases are {typeof(TCase).Name}; expected ConstructionCase<T> or int[]."),
    };

    private byte[] Answer(TCase problemCase) => Wire<TAnswer>.Write(evaluator.Run(Program, problemCase));
}
