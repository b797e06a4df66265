using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace Simulator.Reporting.Tables;

/// <summary>The content of one place in a table: a text, a count, a number, a truth, or nothing.</summary>
/// <remarks>Immutable. The default value is "nothing": not estimable, never happened. Thread-safe.</remarks>
public readonly record struct Field
{
    private readonly FieldKind _kind;
    private readonly long _bits;
    private readonly string? _text;

    private Field(FieldKind kind, long bits, string? text)
    {
        _kind = kind;
        _bits = bits;
        _text = text;
    }

    /// <summary>A text; null is nothing.</summary>
    public static Field Of(string? text) => text is null ? default : new Field(FieldKind.Text, 0, text);

    /// <summary>A fingerprint as 16 hexadecimal digits; null is nothing.</summary>
    public static Field OfFingerprint(ulong? fingerprint) =>
        Of(fingerprint?.ToString("x16", CultureInfo.InvariantCulture));

    /// <summary>A count; null is nothing.</summary>
    public static Field Of(long? count) => count is { } value ? new Field(FieldKind.Count, value, null) : default;

    /// <summary>A number; null and what is not finite are nothing.</summary>
    public static Field Of(double? number) =>
        number is { } value && double.IsFinite(value)
            ? new Field(FieldKind.Number, BitConverter.DoubleToInt64Bits(value), null)
            : default;

    /// <summary>A truth; null is nothing.</summary>
    public static Field Of(bool? truth) =>
        truth is { } value ? new Field(FieldKind.Truth, value ? 1 : 0, null) : default;

    internal void WriteTo(CsvWriter writer)
    {
        switch (_kind)
        {
            case FieldKind.Text:
                writer.WriteField(_text);
                break;
            case FieldKind.Count:
                writer.WriteField(_bits, default);
                break;
            case FieldKind.Number:
                writer.WriteField(BitConverter.Int64BitsToDouble(_bits), default);
                break;
            case FieldKind.Truth:
                writer.WriteField(_bits != 0);
                break;
            default:
                writer.WriteField(string.Empty);
                break;
        }
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        switch (_kind)
        {
            case FieldKind.Text:
                writer.WriteStringValue(_text);
                break;
            case FieldKind.Count:
                writer.WriteNumberValue(_bits);
                break;
            case FieldKind.Number:
                writer.WriteNumberValue(BitConverter.Int64BitsToDouble(_bits));
                break;
            case FieldKind.Truth:
                writer.WriteBooleanValue(_bits != 0);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
