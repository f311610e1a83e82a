using Cambrian.Contracts;

namespace Cambrian.Worker;

/// <summary>Answers requests one after the other. A process serves as a runner (candidates are loaded) or as a judge (never).</summary>
internal sealed class Server(Stream input, FrameWriter answers)
{
    private IEvaluatorPort? _evaluator;

    private IEvaluatorPort Port => _evaluator ?? throw new InvalidOperationException("No evaluator was loaded.");

    public void Serve()
    {
        while (FrameReader.Next(input) is { } requests)
        {
            var (kind, nonce) = (requests.ReadByte(), requests.ReadInt64());
            answers.Begin(kind, nonce);
            try
            {
                Answer((Message)kind, requests);
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

    private void Answer(Message kind, FrameReader requests)
    {
        switch (kind)
        {
            case Message.Evaluator:
                _evaluator = EvaluatorLoader.Evaluator(requests.ReadBytes()).Port;
                break;
            case Message.Cases:
                answers.WriteAll([.. Port.Judge.Open((Split)requests.ReadByte(), requests.ReadText())]);
                break;
            case Message.TakeCases:
                Port.Runner.TakeCases(requests.ReadAll());
                break;
            case Message.Load:
                Load(requests);
                break;
            case Message.Run:
                Run(requests.ReadInt32(), requests.ReadInt32());
                break;
            case Message.Score:
                Score(requests);
                break;
            case Message.Metrics:
                WriteMetrics(Port.Judge.Metrics(requests.ReadAll()));
                break;
            default:
                throw new InvalidOperationException($"{kind} is no request.");
        }
    }

    private void Load(FrameReader requests)
    {
        var kind = (ProgramKind)requests.ReadByte();
        Port.Runner.Load(kind switch
        {
            ProgramKind.Assembly => EvaluatorLoader.Entry(requests.ReadText(), requests.ReadBytes(), Port.ProgramType),
            ProgramKind.Kernel => KernelLoader.Load([.. Enumerable.Range(0, requests.ReadInt32()).Select(_ => requests.ReadText())], requests.ReadBytes(), Port.ProgramType),
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
        answers.WriteAll(results);
    }

    private void Score(FrameReader requests)
    {
        var (first, count) = (requests.ReadInt32(), requests.ReadInt32());
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
}
