using System.Globalization;

namespace Cambrian.Repositories.Delivery;

/// <summary>The messages of delivered commits.</summary>
internal static class CommitText
{
    private const string Tool = "Cambrian";

    /// <summary>The message of one step: what was done, what it was worth, and trailers for programs.</summary>
    /// <param name="order">What is delivered.</param>
    /// <param name="step">The step.</param>
    /// <param name="paths">Files it changed.</param>
    public static string Of(DeliveryOrder order, DeliveredStep step, IReadOnlyList<string> paths)
    {
        var files = paths is [var only] ? only : string.Create(CultureInfo.InvariantCulture, $"{paths.Count} files");
        string[] trailers =
        [
            .. step.IsByMachine ? [$"Assisted-by: {Tool}:{Word(step.Origin)}"] : Array.Empty<string>(),
            $"Cambrian-Run: {Word(order.Run)}",
            string.Create(CultureInfo.InvariantCulture, $"Cambrian-Step: {step.Number}"),
            .. ReferenceEquals(step, order.Steps[^1]) ? [$"Cambrian-Evidence: sha256:{order.Evidence}"] : Array.Empty<string>(),
        ];
        var author = step.IsByMachine ? "It was found by search and is measured, not reviewed." : "A person handed it in during the run.";
        return $"""
            {Line(step.Origin)}: {Line(files)}

            Score {Number(step.Before)} -> {Number(step.After)} on the training cases of run {Line(order.Run)}, step {step.Number.ToString(CultureInfo.InvariantCulture)}.
            {author}

            {string.Join('\n', trailers)}

            """;
    }

    // A score of zero that was turned round is written without a sign.
    private static string Number(double value) => (value + 0.0).ToString("G6", CultureInfo.InvariantCulture);

    // Names of models and agents come from outside: none may begin a line of its own, such as a trailer.
    private static string Line(string text) => new([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);

    private static string Word(string text) => new([.. text.Select(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) ? '-' : letter)]);
}
