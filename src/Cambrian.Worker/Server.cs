using Cambrian.Contracts;

namespace Cambrian.Worker;

/// <summary>Answers requests one after the other. A process serves as a runner (candidates are loaded) or as a judge (never).</summary>
internal sealed class Server(FrameReader requests, FrameWriter answers)
{
    private IEvaluatorPort? _evaluator;

    private IEvaluatorPort Port => _evaluator ?? throw new InvalidOperationException("No evaluator was loaded.");

    public void Serve()
    {
        while (requests.Next())
        {
            var (kind, nonce) = (requests.ReadByte(), requests.ReadInt64());
            answers.Begin(kind, nonce);
            try
            {
                Answer((Message)kind);
            }
#pragma warning disable CA1031 // The sandbox boundary: whatever a candidate throws becomes an answer.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                answers.Begin((byte)Message.Fault, nonce);
                answers.Write(Describe(fault));
            }

            answers.Send();
        }
    }

    private static string Describe(Exception fault)
    {
        var cause = fault is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : fault;
        return $"{cause.GetType().Name}: {cause.Message}";
    }

    private void Answer(Message kind)
    {
        switch (kind)
        {
            case Message.Evaluator:
                _evaluator = EvaluatorLoader.Evaluator(requests.ReadBytes()).Port;
                break;
            case Message.Cases:
                WriteAll([.. Port.Judge.Open((Split)requests.ReadByte(), requests.ReadText())]);
                break;
            case Message.TakeCases:
                Port.Runner.TakeCases(ReadAll());
                break;
            case Message.Load:
                Load();
                break;
            case Message.Run:
                Run(requests.ReadInt32(), requests.ReadInt32());
                break;
            case Message.Score:
                Score(requests.ReadInt32(), requests.ReadInt32());
                break;
            case Message.Metrics:
                WriteMetrics(Port.Judge.Metrics(ReadAll()));
                break;
            default:
                throw new InvalidOperationException($"{kind} is no request.");
        }
    }

    private void Load()
    {
        var kind = (ProgramKind)requests.ReadByte();
        var entry = requests.ReadText();
        var program = requests.ReadBytes();
        Port.Runner.Load(kind switch
        {
            ProgramKind.Assembly => EvaluatorLoader.Entry(program, entry, Port.ProgramType),
            _ => throw new InvalidOperationException($"{kind} is no kind of program."),
        });
    }

    private void Run(int first, int end)
    {
        var start = Environment.CpuUsage.TotalTime;
        List<byte[]> results = [];
        for (var index = first; index < end; index++)
        {
            results.Add(Port.Runner.Run(index));
        }

        answers.Write((Environment.CpuUsage.TotalTime - start).Ticks);
        WriteAll(results);
    }

    private void Score(int first, int count)
    {
        for (var index = first; index < first + count; index++)
        {
            var score = Port.Judge.Score(index, requests.ReadBytes());
            answers.Write(score.Value);
            answers.Write(score.Weight);
            answers.Write(score.Fault ?? "");
        }
    }

    private void WriteMetrics(IReadOnlyDictionary<string, double> metrics)
    {
        answers.Write(metrics.Count);
        foreach (var (name, value) in metrics)
        {
            answers.Write(name);
            answers.Write(value);
        }
    }

    private List<byte[]> ReadAll()
    {
        var count = requests.ReadInt32();
        List<byte[]> all = [];
        for (var i = 0; i < count; i++)
        {
            all.Add(requests.ReadBytes().ToArray());
        }

        return all;
    }

    private void WriteAll(List<byte[]> all)
    {
        answers.Write(all.Count);
        foreach (var bytes in all)
        {
            answers.Write(bytes);
        }
    }
}
