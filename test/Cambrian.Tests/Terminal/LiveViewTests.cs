using Cambrian.Core;
using Cambrian.Terminal;
using Spectre.Console;

namespace Cambrian.Tests.Terminal;

public sealed class LiveViewTests
{
    [Theory]
    [InlineData(30)]
    [InlineData(80)]
    [InlineData(200)]
    public void Shows_the_budget_the_best_its_curve_and_what_made_it_in_every_width(int width)
    {
        var run = new ScriptedRun().Admit(-4, "seed", "seed").Admit(-3, "better", "join [red]\e[1m", 0).Admit(-2, "best", "swap[/]", 1);
        var progress = new Cambrian.Terminal.Progress(new Budget { Steps = 6 }, 0, TimeProvider.System);
        foreach (var step in run.Steps)
        {
            progress.Take(step);
        }

        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        console.Write(new LiveView(console, new ScoreFormat(Direction.Minimise, "[points]"), "published 1").Draw(progress));

        var text = output.ToString();
        Assert.Contains("50 %", text, StringComparison.Ordinal);
        Assert.Contains("best 2 [points]", text, StringComparison.Ordinal);
        Assert.Contains("swap[/]", text.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(text, c => c is > '\u2800' and <= '\u28FF');
        Assert.DoesNotContain('\e', text);
    }
}
