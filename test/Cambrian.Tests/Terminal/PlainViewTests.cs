using Cambrian.Core;
using Cambrian.Terminal;
using CsCheck;

namespace Cambrian.Tests.Terminal;

public sealed class PlainViewTests
{
    [Fact]
    public async Task One_line_per_improvement_and_no_control_codes_whatever_the_operator_is_called()
    {
        var run = new ScriptedRun().Admit(-4, "seed", "seed").Admit(-5, "worse", "swap", 0).Admit(-3, "better", "evil\e[31m\a\r\nname", 0);
        using var output = new StringWriter();
        var progress = new Progress(new Budget { Steps = 3 }, 0, TimeProvider.System);
        await new Follower(progress, new PlainView(output, new ScoreFormat(Direction.Minimise, "points")), TimeProvider.System)
            .FollowAsync(run.ReadAsync(), TestContext.Current.CancellationToken);

        var lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Matches("^ +0 .* 4  seed$", lines[1]);
        Assert.Matches("^ +2 .* 3  evil.*$", lines[2]);
        Assert.DoesNotContain(output.ToString(), c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void Printable_text_has_no_control_or_direction_characters() =>
        Gen.String.Sample(text => PlainText.Printable(text + "\u202Eabc\e[2J").All(c => c == '\n' || (!char.IsControl(c) && c != '\u202E')));
}
