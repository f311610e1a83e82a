using System.Text;

namespace Cambrian.Algorithms.Folders;

/// <summary>Reads text files and refuses what is no text: a byte that was replaced silently would be another program.</summary>
internal static class Utf8File
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ProblemFolderException">The file is not UTF-8 text.</exception>
    public static string Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return Strict.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes);
        }
        catch (DecoderFallbackException fault)
        {
            var at = Math.Clamp(fault.Index, 0, bytes.Length - 1);
            var line = 1 + bytes.AsSpan(0, at).Count((byte)'\n');
            throw new ProblemFolderException(
                $"{path}, line {line}: byte 0x{fault.BytesUnknown?.FirstOrDefault() ?? bytes[at]:X2} is not UTF-8. Programs and descriptions are UTF-8 text: save the file as UTF-8, or remove it if it is no text (cases that are no text belong in data/).", fault);
        }
    }
}
