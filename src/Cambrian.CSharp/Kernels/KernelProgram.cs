using Cambrian.Core;
using Cambrian.CSharp.Kernels.Writing;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Kernels;

/// <summary>A program whose evolve block is an expression: the same thing as C# text and as a tree.</summary>
public sealed class KernelProgram
{
    internal KernelProgram(Artifact artifact, KernelFrame frame, Expression rule) => (Artifact, Frame, Rule) = (artifact, frame, rule);

    /// <summary>The program's text.</summary>
    public Artifact Artifact { get; }

    /// <summary>What is around the block.</summary>
    public KernelFrame Frame { get; }

    /// <summary>The block's value; parameter i is symbol i of the frame.</summary>
    public Expression Rule { get; }

    /// <summary>The rule in terms of the method's parameters alone.</summary>
    public Expression Inlined => Frame.Inline(Rule);

    /// <summary>The program with another rule in its block, in canonical form; everything outside stays as it is. Equal rules give equal texts.</summary>
    /// <param name="rule">Over the frame's symbols and toolbox; a number unless the method returns a bool.</param>
    /// <exception cref="ArgumentException">The rule's kind is not the method's.</exception>
    public KernelProgram With(Expression rule)
    {
        var expected = Frame.Result == KernelType.Bool ? Kind.Truth : Kind.Number;
        if (rule.Kind != expected)
        {
            throw new ArgumentException($"The method returns a {Frame.Result}, the rule is a {rule.Kind}.", nameof(rule));
        }

        var canonical = CanonicalForm.Of(rule, Frame.Result);
        return new KernelProgram(Frame.Fill(Artifact, canonical), Frame, canonical);
    }

    /// <summary>The rule as bytes, over the method's parameters and the toolbox of the frame; read with <see cref="ExpressionEncoding.Decode"/>.</summary>
    public byte[] Encode() => ExpressionEncoding.Encode(Inlined, Frame.Toolbox);
}
