// Cells use Engine and Charts without importing them.
@_exported public import Charts
@_exported public import Engine
