using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Cambrian.Core.Ledgers;

/// <summary>
/// A hash over a sequence of steps: each link covers the one before and all of its step but the measured times. So two runs
/// are equal when their heads are, and a step that was changed afterwards breaks every later link.
/// </summary>
public sealed class StepChain
{
    private readonly ArrayBufferWriter<byte> _content = new(512);
    private readonly byte[] _head = new byte[SHA256.HashSizeInBytes];

    /// <summary>A chain without links.</summary>
    public StepChain()
    {
    }

    /// <summary>A chain that goes on from a recorded link.</summary>
    /// <param name="head">32 bytes.</param>
    public StepChain(ReadOnlySpan<byte> head) => head.CopyTo(_head);

    /// <summary>The last link, 32 bytes; zeros when there is none. Overwritten by the next link.</summary>
    public ReadOnlySpan<byte> Link => _head;

    /// <summary>The last link, 64 lower-case hexadecimal digits.</summary>
    public string Head => Convert.ToHexStringLower(_head);

    /// <summary>Adds a link.</summary>
    public void Extend(Step step)
    {
        _content.ResetWrittenCount();
        _content.Write(_head);
        Put(step.Number);
        Put(step.Parents.Count);
        foreach (var parent in step.Parents)
        {
            Put(parent);
        }

        Put(step.ParentScore);
        Put(step.Origin);
        Put(step.Child?.Id ?? "");
        Put(step.Verdict.Admitted ? 1 : 0);
        Put(step.Verdict.Reason);
        if (step.Evaluation is { } evaluation)
        {
            Put(evaluation);
        }

        // Chains of steps that cost nothing to propose are as they were before there were others.
        if (step.Effort != 0)
        {
            Put(step.Effort);
        }

        SHA256.HashData(_content.WrittenSpan, _head);
    }

    private void Put(Evaluation evaluation)
    {
        Put((int)evaluation.Outcome);
        Put(evaluation.Complete ? 1 : 0);
        Put(evaluation.Score);
        Put(evaluation.Cost);
        Put(evaluation.Cases.Length);
        foreach (var score in evaluation.Cases)
        {
            Put(score);
        }

        Put(evaluation.Metrics.Count);
        foreach (var (name, value) in evaluation.Metrics)
        {
            Put(name);
            Put(value);
        }

        Put(evaluation.Behaviour);
        Put(evaluation.Feedback);
        Put(evaluation.Isolation);
    }

    private void Put(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_content.GetSpan(sizeof(int)), value);
        _content.Advance(sizeof(int));
    }

    // A database keeps neither the many bit patterns of NaN nor the two of zero apart.
    private void Put(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_content.GetSpan(sizeof(double)), double.IsNaN(value) ? double.NaN : value + 0.0);
        _content.Advance(sizeof(double));
    }

    // UTF-16 code units as they are: no encoding to go wrong on a lone surrogate.
    private void Put(string text)
    {
        Put(text.Length);
        _content.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}
