using System.Text.Json;
using Cambrian.Contracts;

namespace Cambrian.Worker;

/// <summary>What a judge can do with an answer besides scoring it.</summary>
internal interface IConstructionPort
{
    /// <summary>What the second verifier says of an answer.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it needs a size that the cases do not have.</exception>
    CaseScore Check(int index, ReadOnlySpan<byte> answer);

    /// <summary>A picture of an answer; null for none.</summary>
    string? Picture(int index, ReadOnlySpan<byte> answer);

    /// <summary>Reads an answer from a file.</summary>
    /// <exception cref="InvalidDataException">The file has another shape.</exception>
    byte[] Read(JsonElement file);

    /// <summary>An answer as JSON, which <see cref="Read"/> reads.</summary>
    string Write(ReadOnlySpan<byte> answer);
}
