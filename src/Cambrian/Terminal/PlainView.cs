using Cambrian.Core;

namespace Cambrian.Terminal;

/// <summary>Shows a run as lines: one for every improvement. Fit for logs and pipes; holds no control codes.</summary>
internal sealed class PlainView(TextWriter output, ScoreFormat format) : IRunView
{
    private Progress? _progress;

    /// <inheritdoc/>
    public async Task WatchAsync(Progress progress, Func<Task> follow)
    {
        _progress = progress;
        await output.WriteLineAsync($"{"step",9}  {"time",8}  {"score",12}  made by").ConfigureAwait(false);
        await follow().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Show(Step step, bool best)
    {
        if (best && _progress is { } progress && step.Evaluation is { } evaluation)
        {
            output.WriteLine($"{ScoreFormat.Count(step.Number),9}  {Durations.Format(progress.Elapsed),8}  {format.Oriented(evaluation.Score),12}  {PlainText.Line(step.Origin)}");
            output.Flush();
        }
    }

    /// <inheritdoc/>
    public void Say(string remark)
    {
        output.WriteLine($"{(_progress is { } progress ? $"{ScoreFormat.Count(progress.Steps),9}  {Durations.Format(progress.Elapsed),8}  " : "")}{PlainText.Line(remark, 400)}");
        output.Flush();
    }

    /// <inheritdoc/>
    public void Tick()
    {
    }
}
