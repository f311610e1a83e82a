using Cambrian.Models.Prompts;

namespace Cambrian.Models.Tests.Prompts;

public sealed class InstructionArchiveTests
{
    [Fact]
    public void Whoever_gains_is_drawn_in_proportion_to_the_rule_of_succession()
    {
        var archive = new InstructionArchive(["Good.", "Bad."]);
        for (var step = 0; step < 18; step++)
        {
            archive.Observe(Told(step, step % 2 == 0 ? "Good." : "Bad.", improved: step % 2 == 0));
        }

        // (9 + 1) / (9 + 2) against 1 / (9 + 2).
        Assert.Equal([10.0 / 11, 1.0 / 11], archive.Current.Select(instruction => instruction.Promise));
        var random = new Random(1);
        var good = Enumerable.Range(0, 20_000).Count(_ => InstructionArchive.Draw(archive.Current, random).Text == "Good.");
        Assert.InRange(good / 20_000.0, (10.0 / 11) - 0.01, (10.0 / 11) + 0.01);
    }

    [Fact]
    public void A_step_that_is_told_twice_counts_once_and_one_without_an_instruction_not_at_all()
    {
        var archive = new InstructionArchive(["Good."]);
        archive.Observe(Told(3, "Good.", improved: true));
        archive.Observe(Told(3, "Good.", improved: true) with { Origin = "“Good.”" });
        archive.Observe(new Step { Number = 4, Origin = "edits/perturb-literal", Verdict = Verdict.Admit() });

        Assert.Equal(new Instruction("Good.", 1, 1), Assert.Single(archive.Current));
    }

    [Fact]
    public void The_least_promising_of_those_that_models_wrote_makes_room_and_shipped_ones_stay()
    {
        var archive = new InstructionArchive(["Shipped, and never any good."]);
        for (var step = 0; step < 200; step++)
        {
            archive.Observe(Told(step, step % 2 == 0 ? "Shipped, and never any good." : $"Written {step}.", improved: step == 1));
        }

        Assert.Equal(24, archive.Current.Length);
        Assert.Contains(archive.Current, instruction => instruction.Text == "Shipped, and never any good.");
        Assert.Contains(archive.Current, instruction => instruction is { Text: "Written 1.", Gains: 1 });
    }

    [Theory]
    [InlineData("Look at the worst case.", "Look at the worst case.")]
    [InlineData("\n- \"Look at the worst case.\"\nBecause it matters.", "Look at the worst case.")]
    [InlineData("Here:\n\n> Ask “why” first.", "Ask 'why' first.")]
    [InlineData("```\n```", null)]
    [InlineData("", null)]
    public void A_reply_is_read_for_its_first_sentence(string reply, string? text) => Assert.Equal(text, InstructionArchive.Read(reply));

    [Fact]
    public void A_reply_that_is_long_is_cut_at_a_word()
    {
        var text = InstructionArchive.Read(string.Join(' ', Enumerable.Repeat("word", 100)))!; // it has words

        Assert.InRange(text.Length, 150, 160);
        Assert.Equal(160, InstructionArchive.Read($"{new string('字', 200)} end")!.Length);
        Assert.EndsWith(" word", text, StringComparison.Ordinal);
    }

    private static Step Told(int number, string text, bool improved) => new()
    {
        Number = number,
        Origin = InstructionArchive.Name("model/diff", text),
        ParentScore = 0,
        Evaluation = Evaluation.Of(improved ? 1 : -1),
        Verdict = Verdict.Admit(),
    };
}
