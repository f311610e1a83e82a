using System.Text.Json;
using Cambrian.Contracts;

namespace Cambrian.Worker;

/// <summary>Answers requests one after the other. A process serves as a runner (candidates are loaded) or as a judge (never).</summary>
internal sealed class Server(Stream input, Stream output)
{
    private readonly FrameWriter _answers = new();
    private IEvaluatorPort? _evaluator;
    private IReadOnlyList<byte[]> _cases = [];

    private string _opening = "No evaluator was loaded.";

    // The answer to the opening goes to a pool that does not read it, so what went wrong there is said again when somebody asks.
    private IEvaluatorPort Port => _evaluator ?? throw new InvalidOperationException(_opening);

    public void Serve()
    {
        while (FrameReader.Next(input) is var (nonce, request))
        {
            var kind = (Message)request.ReadByte();
            _answers.Begin(kind);
            try
            {
                Answer(kind, request);
            }
#pragma warning disable CA1031 // The sandbox boundary: whatever a candidate throws becomes an answer.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                _opening = kind is Message.OpenJudge or Message.OpenRunner ? Describe(fault) : _opening;
                _answers.Begin(Message.Fault).Write(Describe(fault));
            }

            _answers.Send(output, nonce);
        }
    }

    private static string Describe(Exception fault)
    {
        var cause = fault is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : fault;
        return $"{cause.GetType().Name}: {cause.Message}";
    }

    private void Answer(Message kind, FrameReader request)
    {
        switch (kind)
        {
            case Message.OpenJudge:
                var judging = EvaluatorLoader.Evaluator(request.ReadBytes());
                _cases = [.. judging.Judge.Open((Split)request.ReadByte(), request.ReadText())];
                _evaluator = judging;
                break;
            case Message.Cases:
                _ = Port;
                _answers.WriteAll(_cases);
                break;
            case Message.OpenRunner:
                var running = EvaluatorLoader.Evaluator(request.ReadBytes());
                running.Runner.TakeCases(request.ReadAll());
                _evaluator = running;
                break;
            case Message.Load:
                Load(request);
                break;
            case Message.Run:
                Run(request.ReadInt32(), request.ReadInt32());
                break;
            case Message.Answer:
                _answers.Write(Port.Runner.Answer(request.ReadBytes()));
                break;
            case Message.Listing:
                _answers.Write(Port.Runner.Listing(request.ReadInt32()) ?? "");
                break;
            case Message.Score:
                Score(request, Port.Judge.Score);
                break;
            case Message.Check:
                Score(request, Port.Construction.Check);
                break;
            case Message.Metrics:
                WriteMetrics(Port.Judge.Metrics([.. Enumerable.Range(0, request.ReadInt32()).SelectMany(_ => request.ReadAll())]));
                break;
            default:
                AnswerOfConstruction(kind, request);
                break;
        }
    }

    private void AnswerOfConstruction(Message kind, FrameReader request)
    {
        switch (kind)
        {
            case Message.Read:
                Read(request.ReadText());
                break;
            case Message.Write:
                _answers.Write(Port.Construction.Write(request.ReadBytes()));
                break;
            case Message.Picture:
                _answers.Write(Port.Construction.Picture(request.ReadInt32(), request.ReadBytes()) ?? "");
                break;
            default:
                throw new InvalidOperationException($"{kind} is no request.");
        }
    }

    // A file that is none is a result, in a person's words; only what an evaluator throws besides is a fault.
    private void Read(string text)
    {
        try
        {
            using var file = JsonDocument.Parse(text);
            var answer = Port.Construction.Read(file.RootElement);
            _answers.Write("");
            _answers.Write(answer);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            _answers.Write(fault is JsonException ? $"this is not well-formed JSON: {fault.Message}" : fault.Message);
        }
    }

    private void Load(FrameReader request)
    {
        var kind = (ProgramKind)request.ReadByte();
        Port.Runner.Load(kind switch
        {
            ProgramKind.Assembly => EvaluatorLoader.Entry(request.ReadText(), request.ReadBytes(), Port.ProgramType),
            ProgramKind.Kernel => KernelLoader.Load([.. Enumerable.Range(0, request.ReadInt32()).Select(_ => request.ReadText())], request.ReadBytes(), Port.ProgramType),
            _ => throw new InvalidOperationException($"{kind} is no kind of program."),
        });
    }

    private void Run(int first, int end)
    {
        List<byte[]> results = [];
        for (var index = first; index < end; index++)
        {
            results.Add(Port.Runner.Run(index));
        }

        _answers.WriteAll(results);
    }

    private delegate CaseScore Verifier(int index, ReadOnlySpan<byte> answer);

    private void Score(FrameReader request, Verifier verifier)
    {
        var (first, count) = (request.ReadInt32(), request.ReadInt32());
        _answers.Write(count);
        for (var index = first; index < first + count; index++)
        {
            var score = verifier(index, request.ReadBytes());
            _answers.Write(score.Value);
            _answers.Write(score.Weight);
            _answers.Write(score.Fault ?? "");
        }
    }

    private void WriteMetrics(IReadOnlyDictionary<string, double> metrics)
    {
        _answers.Write(metrics.Count);
        foreach (var (name, value) in metrics)
        {
            _answers.Write(name);
            _answers.Write(value);
        }
    }
}
