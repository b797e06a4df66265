namespace Simulator.Reporting.Tables;

internal enum FieldKind : byte
{
    Nothing,
    Text,
    Count,
    Number,
    Truth,
}
