namespace Cambrian.Studies;

/// <summary>A new best of a run.</summary>
/// <param name="Evaluations">Children measured until then.</param>
/// <param name="Best">Oriented training score.</param>
internal sealed record CurvePoint(int Evaluations, double Best);
