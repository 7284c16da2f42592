"""presselese: German press articles in, validated records of facts out."""
