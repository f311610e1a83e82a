namespace Cambrian.Constructions;

/// <summary>The construction that a run began with.</summary>
/// <param name="File">Its file, as it was given.</param>
/// <param name="Sha256">A hash of the file's bytes, 64 hexadecimal digits.</param>
/// <param name="Score">What the evaluator gave it; null where nobody asked.</param>
/// <param name="CpuSeconds">Processor time that it took to find; null where its file does not say.</param>
/// <param name="Command">The command that made it; null where its file does not say.</param>
internal sealed record StartRecord(string File, string Sha256, double? Score, double? CpuSeconds, string? Command);
