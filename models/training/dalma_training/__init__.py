"""From folders of labelled photos to the ONNX file of the built-in network."""
