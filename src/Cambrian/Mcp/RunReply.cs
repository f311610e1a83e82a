namespace Cambrian.Mcp;

/// <summary>How a run stands.</summary>
/// <param name="Run">Its name: its folder.</param>
/// <param name="UnderWay">Whether it goes on.</param>
/// <param name="Steps">Steps so far.</param>
/// <param name="Best">The best training score so far, in the problem's own direction.</param>
/// <param name="Validation">The winner's validation score, once the run is ended.</param>
/// <param name="Sealed">The winner's score on the sealed cases, likewise.</param>
/// <param name="Advantage">Whether the winner is shown to beat the seed there.</param>
internal sealed record RunReply(string Run, bool UnderWay, int Steps, double? Best, double? Validation = null, double? Sealed = null, string? Advantage = null);
