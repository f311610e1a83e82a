using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Cambrian.Contracts;
using Cambrian.Core;

namespace Cambrian.CSharp.Evaluators;

/// <summary>
/// Measures C# candidates: prepares the program, runs it case by case in a warm sandboxed runner, has its answers scored by a
/// judge in another sandbox. Stage by stage; a candidate that trails its rival is stopped.
/// </summary>
/// <param name="options">What is measured.</param>
/// <param name="preparation">Turns an artifact into something a runner can load.</param>
/// <param name="launcher">Starts workers. As many testbeds come to live as are needed at a time.</param>
public sealed class CSharpEvaluator(CSharpEvaluatorOptions options, ProgramPreparation preparation, WorkerLauncher launcher) : IEvaluator, IAsyncDisposable
{
    private readonly ConcurrentBag<Testbed> _idle = [];

    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        var program = preparation.Prepare(artifact, cancellation);
        if (program.Load is null)
        {
            return Evaluation.None(Outcome.Failed, program.Feedback) with { Cost = 1 };
        }

        var testbed = _idle.TryTake(out var idle) ? idle : new Testbed(options, launcher);
        try
        {
            await testbed.LoadAsync(program, cancellation).ConfigureAwait(false);
            var race = new Race(options, testbed, artifact, rival);
            return await race.RunAsync(cancellation).ConfigureAwait(false) with { Isolation = launcher.Isolation };
        }
        catch (WorkerException fault)
        {
            var outcome = fault.Fault == WorkerFault.Deadline ? Outcome.TimedOut : Outcome.Failed;
            return Evaluation.None(outcome, fault.Message) with { Cost = 1, Isolation = launcher.Isolation };
        }
        finally
        {
            _idle.Add(testbed);
        }
    }

    /// <summary>Ends all workers.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var testbed))
        {
            await testbed.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>One candidate's way through the stages.</summary>
    private sealed class Race(CSharpEvaluatorOptions options, Testbed testbed, Artifact artifact, Evaluation? rival)
    {
        private readonly List<byte[]> _answers = [];
        private readonly List<CaseScore> _scores = [];
        private TimeSpan _cpu;

        public async Task<Evaluation> RunAsync(CancellationToken cancellation)
        {
            foreach (var end in options.Stages.Where(stage => stage < testbed.Cases).Append(testbed.Cases))
            {
                var first = _answers.Count;
                var (answers, cpu) = await testbed.RunAsync(first, end, cancellation).ConfigureAwait(false);
                _cpu += cpu;
                _answers.AddRange(answers);
                _scores.AddRange(await testbed.ScoreAsync(first, answers, cancellation).ConfigureAwait(false));
                if (Fault() is { } fault)
                {
                    return fault;
                }

                if (end < testbed.Cases && StopReason() is { } reason)
                {
                    return Describe() with { Complete = false, Feedback = reason };
                }
            }

            var metrics = await testbed.MetricsAsync(_answers, cancellation).ConfigureAwait(false);
            var evaluation = Describe();
            return evaluation with { Metrics = evaluation.Metrics.SetItems(metrics), Behaviour = Behaviour() };
        }

        private Evaluation? Fault()
        {
            for (var index = 0; index < _scores.Count; index++)
            {
                var score = _scores[index];
                if (score.Fault is not null || !double.IsFinite(score.Value))
                {
                    return Evaluation.None(Outcome.Invalid, $"Case {index}: {score.Fault ?? $"the score is {score.Value}"}") with { Cost = _scores.Count, Cpu = _cpu };
                }
            }

            return null;
        }

        // Only what a candidate and its rival did on the same cases is compared, so the answer does not depend on anything else.
        private string? StopReason()
        {
            if (rival is null || rival.Cases.Length < _scores.Count)
            {
                return null;
            }

            var (own, other) = (Mean(index => Oriented(_scores[index].Value)), Mean(index => rival.Cases[index]));
            if (own < other - (options.Slack * Math.Abs(other)))
            {
                return $"trails its parent after {_scores.Count} cases";
            }

            var same = Enumerable.Range(0, _scores.Count).All(index => Oriented(_scores[index].Value) == rival.Cases[index]);
            return same && artifact.Length >= rival.Metrics.GetValueOrDefault("length", double.PositiveInfinity)
                ? $"does as its parent on the first {_scores.Count} cases and is not shorter"
                : null;
        }

        private Evaluation Describe() => new()
        {
            Outcome = Outcome.Valid,
            Score = Mean(index => Oriented(_scores[index].Value)),
            Cases = [.. _scores.Select(score => Oriented(score.Value))],
            Metrics = ImmutableSortedDictionary<string, double>.Empty.Add("length", artifact.Length),
            Cost = _scores.Count,
            Cpu = _cpu,
        };

        private double Mean(Func<int, double> value)
        {
            var (sum, weight) = (0.0, 0.0);
            for (var index = 0; index < _scores.Count; index++)
            {
                sum += _scores[index].Weight * value(index);
                weight += _scores[index].Weight;
            }

            return sum / weight;
        }

        private double Oriented(double score) => options.Direction == Direction.Maximise ? score : -score;

        private string Behaviour()
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var answer in _answers)
            {
                hash.AppendData(answer);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
        }
    }
}
