using System.Text;

namespace Cambrian.Repositories.Plumbing;

/// <summary>What a call of git came to.</summary>
/// <param name="Code">Exit code; 0 is success.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error as text.</param>
internal sealed record GitResult(int Code, byte[] Output, string Error)
{
    /// <summary>Standard output as text, without the line break at its end.</summary>
    public string Text => Encoding.UTF8.GetString(Output).TrimEnd('\n');
}
