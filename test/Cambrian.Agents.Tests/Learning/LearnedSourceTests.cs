using Cambrian.Agents.Learning;

namespace Cambrian.Agents.Tests.Learning;

public sealed class LearnedSourceTests
{
    private static readonly PipelineLanguage Arithmetic = new("int", "x", [new("Doubled", "2 * x"), new("Increased", "x + 1"), new("Squared", "x * x")]);

    [Fact]
    public void Each_word_is_a_method_that_calls_shorter_words()
    {
        var text = new LearnedSource(Arithmetic).Write([[1, 0, 1], [0, 1], [1, 0, 1, 2, 0], [0, 1]], [KeyValuePair.Create("Task3", (int[])[2, 1, 0, 1, 2, 0, 0])]);

        Assert.Contains("""
            // What an agent learned: 3 words, and 1 program written with them.
            using System;
            using System.Collections.Generic;
            using System.Linq;

            /// <summary>The words. Each does what the operations in its summary do, one after the other.</summary>
            public static class Words
            {
                /// <summary>Doubled, Increased. Called by 0 programs and 1 word.</summary>
                public static int DoubledIncreased(this int x) => x.Doubled().Increased();
            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
        Assert.Contains("IncreasedDoubledIncreased(this int x) => x.Increased().DoubledIncreased();", text, StringComparison.Ordinal);
        Assert.Contains("/// <summary>Increased, Doubled, Increased, Squared, Doubled. Called by 1 program and 0 words.</summary>", text, StringComparison.Ordinal);
        Assert.Contains("Word3(this int x) => x.IncreasedDoubledIncreased().Squared().Doubled();", text, StringComparison.Ordinal);
        Assert.Contains("Task3(this int x) => x.Squared().Word3().Doubled();", text, StringComparison.Ordinal);
        Assert.Contains("public static int Squared(this int x) => x * x;", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_word_is_left_out_and_an_unknown_operation_of_a_program_is_refused()
    {
        var source = new LearnedSource(Arithmetic);

        Assert.StartsWith("// What an agent learned: 0 words, and 0 programs", source.Write([[0], [], [0, 3], [-1, 1]], []), StringComparison.Ordinal);
        Assert.Contains("expected 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => source.Write([], [KeyValuePair.Create("Task1", (int[])[3])])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_would_be_called_alike_are_told_apart()
    {
        var language = new PipelineLanguage("int", "x", [new("A", "x"), new("AA", "x + 1"), new("B", "x + 2")]);

        var text = new LearnedSource(language).Write([[0, 1], [1, 0], [0, 0]], []);

        // "AA" is an operation's name, and both other words spell AAA.
        Assert.Contains("Word1(this int x) => x.A().A();", text, StringComparison.Ordinal);
        Assert.Contains("AAA(this int x) => x.A().AA();", text, StringComparison.Ordinal);
        Assert.Contains("Word3(this int x) => x.AA().A();", text, StringComparison.Ordinal);
    }
}
