using System.Runtime.CompilerServices;

namespace Cambrian.Core.Evaluators;

/// <summary>
/// Answers from memory when the same artifact is measured against the same rival again, also while the first measurement is
/// under way. The rival belongs to the key because it decides where an evaluator may stop early: with any other key a run's
/// ledger would depend on what happened to be remembered. An answer from memory has used no processor time.
/// </summary>
public sealed class CachingEvaluator : IEvaluator
{
    private readonly IEvaluator _inner;
    private readonly int _capacity;
    private readonly bool _rivalMatters;
    private readonly Lock _lock = new();
    private readonly Dictionary<Key, Task<Evaluation>> _answers = [];
    private readonly Queue<Key> _oldest = new();

    /// <summary>A memory in front of an evaluator.</summary>
    /// <param name="inner">Measures what is not remembered.</param>
    /// <param name="capacity">Answers remembered at most; the oldest goes first. At least 1.</param>
    /// <param name="rivalMatters">False when the inner evaluator never looks at the rival: then equal artifacts are measured once whatever their parents.</param>
    public CachingEvaluator(IEvaluator inner, int capacity, bool rivalMatters = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (_inner, _capacity, _rivalMatters) = (inner, capacity, rivalMatters);
    }

    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        var key = new Key(artifact.Id, _rivalMatters ? rival : null);
        var mine = new TaskCompletionSource<Evaluation>(TaskCreationOptions.RunContinuationsAsynchronously);
        while (Claim(key, mine.Task) is var answer && answer != mine.Task)
        {
            await Task.WhenAny(answer).WaitAsync(cancellation).ConfigureAwait(false);
            if (answer.IsCompletedSuccessfully)
            {
                return (await answer.ConfigureAwait(false)) with { Cpu = TimeSpan.Zero };
            }
        }

        try
        {
            var evaluation = await _inner.EvaluateAsync(artifact, rival, cancellation).ConfigureAwait(false);
            mine.SetResult(evaluation);
            return evaluation;
        }
        finally
        {
            // Of a measurement that broke or was cancelled nothing is remembered: whoever asks next, or waits, measures again.
            mine.TrySetCanceled(CancellationToken.None);
        }
    }

    // The caller's own task when the measurement is the caller's to make.
    private Task<Evaluation> Claim(Key key, Task<Evaluation> mine)
    {
        lock (_lock)
        {
            if (_answers.TryGetValue(key, out var answer) && !answer.IsCanceled)
            {
                return answer;
            }

            _answers[key] = mine;
            _oldest.Enqueue(key);
            if (_oldest.Count > _capacity)
            {
                _answers.Remove(_oldest.Dequeue());
            }

            return mine;
        }
    }

    // The same object stands for the same content, and an archive holds each evaluation once.
    private readonly struct Key(string artifact, Evaluation? rival) : IEquatable<Key>
    {
        private readonly string _artifact = artifact;
        private readonly Evaluation? _rival = rival;

        public bool Equals(Key other) => _artifact == other._artifact && ReferenceEquals(_rival, other._rival);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(_artifact, RuntimeHelpers.GetHashCode(_rival));
    }
}
