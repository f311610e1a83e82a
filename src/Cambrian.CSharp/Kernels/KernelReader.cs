using System.Collections.Concurrent;
using Cambrian.Core;
using Cambrian.CSharp.Kernels.Reading;

namespace Cambrian.CSharp.Kernels;

/// <summary>
/// Reads programs as kernels, from syntax alone, and remembers what it has read. One for a problem, shared by proposers and
/// evaluator. Safe to share between threads.
/// </summary>
/// <param name="signature">What the problem declares.</param>
/// <param name="maxSize">Largest rule in nodes, everything written out; larger ones are refused. Default 5,000.</param>
/// <param name="capacity">How many programs are remembered, about 3 kB each. Default 16,384.</param>
public sealed class KernelReader(RuleSignature signature, int maxSize = 5_000, int capacity = 16_384)
{
    private readonly ConcurrentDictionary<string, (KernelProgram? Program, string Reason)> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _age = new();

    /// <summary>What the problem declares.</summary>
    public RuleSignature Signature => signature;

    /// <summary>A program as a kernel; null when its block is more than numbers and choices, and the source tier has to take it.</summary>
    /// <param name="artifact">The program.</param>
    /// <param name="reason">Why it is none; empty when it is.</param>
    public KernelProgram? TryRead(Artifact artifact, out string reason)
    {
        if (!_known.TryGetValue(artifact.Id, out var known))
        {
            var program = new BlockReader(signature, maxSize).Read(artifact, out var refusal);
            known = (program, refusal);
            Remember(artifact.Id, known);
        }

        reason = known.Reason;
        return known.Program;
    }

    /// <summary>A program with another rule in its block, remembered for whoever reads it next.</summary>
    /// <param name="program">The program.</param>
    /// <param name="rule">As in <see cref="KernelProgram.With"/>.</param>
    public KernelProgram Write(KernelProgram program, Numerics.Expressions.Expression rule)
    {
        var child = program.With(rule);
        Remember(child.Artifact.Id, (child, ""));
        return child;
    }

    // What is forgotten can be read again with the same result, so neither the order nor a race matters.
    private void Remember(string id, (KernelProgram? Program, string Reason) value)
    {
        if (_known.TryAdd(id, value))
        {
            _age.Enqueue(id);
            if (_known.Count > capacity && _age.TryDequeue(out var oldest))
            {
                _known.TryRemove(oldest, out _);
            }
        }
    }
}
